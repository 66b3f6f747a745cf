# One image for every role; settings alone decide (docs/settings.md, docs/scale.md).
#   docker build -t osler .                                    with the weights of Whisper base in it
#   docker build -t osler:slim --target slim .                 without: mount them at /opt/osler/build/models
#   docker buildx build --platform linux/amd64,linux/arm64 .   both kinds of processor
# By its digest, as your registry tells it: --build-arg NODE_IMAGE=node@sha256:…
ARG NODE_IMAGE=node:24.21.0-bookworm-slim
FROM ${NODE_IMAGE} AS base
WORKDIR /opt/osler

FROM base AS packages
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-fund --no-audit

FROM base AS workbench
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-fund --no-audit
COPY tsconfig.json ./
COPY src ./src
COPY web ./web
RUN npx vite build web --logLevel error

FROM base AS python
RUN apt-get update && apt-get install -y --no-install-recommends python3-venv && rm -rf /var/lib/apt/lists/*
COPY src/engines/runtime/python/requirements.txt ./
RUN python3 -m venv build/python \
  && build/python/bin/python3 -m pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements.txt \
  && cp requirements.txt build/python/requirements.txt

FROM base AS slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends bzip2 ca-certificates ffmpeg postgresql-client python3 tini \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --system --uid 10001 --home-dir /data osler \
  && install -d -o osler -g osler -m 0700 /data
COPY --from=packages /opt/osler/node_modules ./node_modules
COPY --from=python /opt/osler/build/python ./build/python
COPY --from=workbench /opt/osler/build/web ./build/web
COPY package.json LICENSE NOTICE ./
COPY bin ./bin
COPY samples ./samples
COPY src ./src
COPY tools ./tools
# The root may be read-only: what is kept is in /data, what is not in /tmp.
ENV NODE_ENV=production OSLER_DATA=/data OSLER_HOST=0.0.0.0 NODE_COMPILE_CACHE=/tmp/compiled PATH=/opt/osler/bin:$PATH
USER 10001
VOLUME /data
EXPOSE 1849
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:1849/health/live').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["tini", "--", "osler"]
CMD ["serve"]

FROM base AS weights
COPY --from=packages /opt/osler/node_modules ./node_modules
RUN apt-get update && apt-get install -y --no-install-recommends bzip2 ca-certificates && rm -rf /var/lib/apt/lists/*
COPY package.json ./
COPY src ./src
COPY tools ./tools
RUN node tools/bring-models.ts whisper-base resemblyzer

FROM slim AS osler
COPY --from=weights /opt/osler/build/models ./build/models
