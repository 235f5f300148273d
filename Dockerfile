# Heard in a container. Data lives in the volume /data; settings come from the
# environment (.env.example names them all). HEARD_SECRET has no default.
FROM node:22-bookworm-slim AS built
RUN apt-get update \
  && apt-get install -y --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /heard
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  PORT=3000 \
  DATABASE_FILE=/data/heard.sqlite \
  UPLOADS_FOLDER=/data/uploads
# Takes hidden data out of PDFs; without it staff read that a PDF was not cleaned.
RUN apt-get update \
  && apt-get install -y --no-install-recommends qpdf \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /heard
COPY --from=built /heard ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "bin/check-health.mjs"]
# Migrates, then becomes the server, so that signals reach it.
CMD ["sh", "-c", "node build/program/app/tasks/migrate.js && exec node --max-semi-space-size=4 --max-old-space-size=1024 build/program/server.js"]
