# The server in a container: `docker build -t madoguchi .`, or compose.yaml with PostgreSQL beside it.

FROM node:24-slim AS install
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/line-simulator/package.json ./packages/line-simulator/
RUN npm ci --omit=dev

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production DATA_DIR=/data HOST=0.0.0.0
# Backups, and the embedded database where no DATABASE_URL is set: mount something that stays. Leave DATA_DIR and HOST
# out of an --env-file. Publish the port to the machine itself only (-p 127.0.0.1:3000:3000): it speaks plain HTTP.
RUN mkdir /data && chown node:node /data
VOLUME /data
COPY --from=install /app/node_modules ./node_modules
COPY . .
USER node
EXPOSE 3000
# SIGTERM lets the server finish what is in hand, in less than the 10 s that `docker stop` waits.
STOPSIGNAL SIGTERM
# The first start makes the embedded database and applies the migrations.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node_modules/.bin/node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The Node of the lock file, as everywhere; the image's own only installs.
CMD ["node_modules/.bin/node", "--max-semi-space-size=4", "src/main.ts"]
