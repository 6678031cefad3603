# The site in a container, without compilers, compiled files or rights it does not need.

FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /venv
ENV PATH=/venv/bin:$PATH
COPY requirements.txt /build/
RUN pip install --require-hashes --no-deps -r /build/requirements.txt

WORKDIR /app
COPY . .
# Words for addresses, and static files under hashed names. The secret is for this step alone.
RUN PYTHONPATH=.:site python -c "from core.translations import compile_translations; compile_translations()" \
 && DJANGO_SETTINGS_MODULE=config.settings.production DJANGO_SECRET_KEY=build-only ALLOWED_HOSTS=build.invalid \
    SITE_URL=https://build.invalid python manage.py collectstatic --no-input --verbosity 0 \
 && mkdir -p var/media var/private

FROM python:3.11-slim-bookworm
# Pango sets the PDF papers; Noto has every Vietnamese letter.
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
    libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin moixa
COPY --from=build /venv /venv
COPY --from=build /app /app
# Only var/ is the site's to write.
RUN chown -R moixa: /app/var
ENV PATH=/venv/bin:$PATH PYTHONPATH=/app:/app/site PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=config.settings.production
WORKDIR /app
USER moixa
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=6s --start-period=40s CMD ["python", "setup/healthy.py", "web"]
CMD ["python", "manage.py", "serve", "--host", "0.0.0.0", "--port", "8000"]
