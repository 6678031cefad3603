/*
 * One field in which people type their commune by any name it goes or went by (ARIA's combobox with a list).
 * What is chosen is written into the two lists that work without script: province and commune.
 */

const PAUSE_MS = 150;

function setUp(picker) {
    const typing = picker.querySelector("[data-typing]");
    const lists = picker.querySelector("[data-lists]");
    const field = picker.querySelector("[role=combobox]");
    const options = picker.querySelector("[role=listbox]");
    const status = picker.querySelector("[data-count]");
    const province = picker.querySelector("select[name=province]");
    const unit = picker.querySelector("select[name=unit]");
    let units = [];
    let active = -1;
    let timer = 0;
    let running = null;

    function useLists(show) {
        typing.hidden = show;
        lists.hidden = !show;
        field.disabled = show;
    }

    /** Let the links of an error summary lead to what can be seen. */
    function leadErrors() {
        for (const link of document.querySelectorAll(`a[href="#${province.id}"], a[href="#${unit.id}"]`)) {
            link.setAttribute("href", `#${field.id}`);
        }
    }

    function close() {
        options.hidden = true;
        field.setAttribute("aria-expanded", "false");
        field.removeAttribute("aria-activedescendant");
        active = -1;
    }

    function mark(index) {
        active = index;
        [...options.children].forEach((option, number) => option.setAttribute("aria-selected", String(number === index)));
        const option = options.children[index];
        if (!option) return field.removeAttribute("aria-activedescendant");
        field.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
    }

    function line(text, className) {
        const span = document.createElement("span");
        span.className = className;
        span.textContent = text;
        return span;
    }

    function show(found) {
        units = found;
        options.replaceChildren(
            ...units.map((one, number) => {
                const option = document.createElement("li");
                option.id = `${options.id}-${number}`;
                option.className = "unit-picker__option";
                option.setAttribute("role", "option");
                option.setAttribute("aria-selected", "false");
                option.append(line(one.place, "unit-picker__place"));
                if (one.second_line) option.append(line(one.second_line, "unit-picker__former"));
                return option;
            }),
        );
        options.hidden = units.length === 0;
        field.setAttribute("aria-expanded", String(units.length > 0));
        mark(-1);
        status.textContent =
            units.length === 0 ? picker.dataset.none
            : units.length === 1 ? picker.dataset.one
            : picker.dataset.many.replace("#", units.length);
        status.classList.toggle("visually-hidden", units.length > 0);
    }

    function select(list, value, words) {
        if (![...list.options].some((option) => option.value === value)) list.add(new Option(words, value));
        list.value = value;
    }

    function choose(index) {
        const one = units[index];
        if (!one) return;
        select(province, one.province, one.place);
        select(unit, one.code, one.name);
        field.value = one.place;
        field.removeAttribute("aria-invalid");
        status.textContent = one.place;
        picker.dispatchEvent(new CustomEvent("unit-chosen", { bubbles: true, detail: one }));
        close();
    }

    async function ask() {
        const text = field.value.trim();
        running?.abort();
        if (text.length < 2) {
            status.textContent = "";
            return close();
        }
        running = new AbortController();
        try {
            const address = new URL(picker.dataset.url, location.href);
            address.searchParams.set("q", text);
            const response = await fetch(address, { signal: running.signal });
            if (response.ok && document.activeElement === field) show((await response.json()).units);
        } catch (error) {
            if (error.name !== "AbortError") useLists(true);
        }
    }

    field.addEventListener("input", () => {
        province.value = "";
        unit.value = "";
        clearTimeout(timer);
        timer = setTimeout(ask, PAUSE_MS);
    });

    field.addEventListener("keydown", (event) => {
        const open = !options.hidden;
        if (event.key === "ArrowDown" && !open) ask();
        else if (event.key === "ArrowDown") mark((active + 1) % units.length);
        else if (event.key === "ArrowUp" && open) mark((active <= 0 ? units.length : active) - 1);
        else if (event.key === "Enter" && open) choose(Math.max(active, 0));
        else if (event.key === "Escape" && open) close();
        else return;
        event.preventDefault();
    });

    // The press comes before the field loses its focus.
    options.addEventListener("mousedown", (event) => {
        event.preventDefault();
        const option = event.target.closest("[role=option]");
        if (option) choose([...options.children].indexOf(option));
    });

    field.addEventListener("blur", close);
    picker.querySelector("[data-use-lists]").addEventListener("click", () => {
        useLists(true);
        province.focus();
    });

    useLists("listsFirst" in picker.dataset);
    leadErrors();
}

for (const picker of document.querySelectorAll("[data-unit-picker]")) setUp(picker);
