/*
 * Passkeys. A form with data-passkey is shown where the browser knows passkeys:
 *   "create"  makes one from the options in the form's JSON;
 *   "get"     shows one for the options in the form's JSON;
 *   "login"   fetches the options first.
 * The answer of the device goes into the hidden field "credential", then the form is sent.
 */

const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const toText = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
        .replace(/\+/g, "-")
        .replace(/\//g, "_")
        .replace(/=+$/, "");
const withBytes = (list = []) => list.map((one) => ({ ...one, id: toBytes(one.id) }));

async function created({ publicKey }) {
    const credential = await navigator.credentials.create({
        publicKey: {
            ...publicKey,
            challenge: toBytes(publicKey.challenge),
            user: { ...publicKey.user, id: toBytes(publicKey.user.id) },
            excludeCredentials: withBytes(publicKey.excludeCredentials),
            authenticatorSelection: {
                ...publicKey.authenticatorSelection,
                residentKey: "required",
                requireResidentKey: true,
                userVerification: "required",
            },
        },
    });
    const { response } = credential;
    return {
        ...told(credential),
        response: {
            clientDataJSON: toText(response.clientDataJSON),
            attestationObject: toText(response.attestationObject),
            transports: response.getTransports?.() ?? [],
        },
    };
}

async function shown({ publicKey }) {
    const credential = await navigator.credentials.get({
        publicKey: {
            ...publicKey,
            challenge: toBytes(publicKey.challenge),
            allowCredentials: withBytes(publicKey.allowCredentials),
        },
    });
    const { response } = credential;
    return {
        ...told(credential),
        response: {
            clientDataJSON: toText(response.clientDataJSON),
            authenticatorData: toText(response.authenticatorData),
            signature: toText(response.signature),
            userHandle: response.userHandle ? toText(response.userHandle) : null,
        },
    };
}

const told = (credential) => ({
    type: credential.type,
    id: credential.id,
    rawId: toText(credential.rawId),
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
});

async function optionsOf(form) {
    if (form.dataset.passkey !== "login") {
        return JSON.parse(form.querySelector('script[type="application/json"]').textContent);
    }
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`The log-in by passkey answered ${answer.status}.`);
    return (await answer.json()).request_options;
}

function prepare(form) {
    const failed = form.querySelector("[data-passkey-failed]");
    const button = form.querySelector('button[type="button"]');
    form.hidden = false;

    const run = async () => {
        failed.hidden = true;
        button.disabled = true;
        try {
            const options = await optionsOf(form);
            const answer = await (form.dataset.passkey === "create" ? created(options) : shown(options));
            form.elements.credential.value = JSON.stringify(answer);
            form.submit();
        } catch {
            failed.hidden = false;
            button.disabled = false;
        }
    };

    button.addEventListener("click", run);
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        run();
    });
}

if (window.PublicKeyCredential) {
    for (const form of document.querySelectorAll("[data-passkey]")) prepare(form);
    for (const words of document.querySelectorAll("[data-passkey-missing]")) words.hidden = true;
}
