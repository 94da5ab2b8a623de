# 专班秘书. Needs no build step: Node runs the TypeScript as it is.
# 用法见 docs/install/docker.md；连同 PostgreSQL 的样例见 docs/compose.yaml。
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# No development packages, and no install script of any package: none of those that run needs one.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
# What installs packages is of no use to a running service, and of some to an intruder.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack \
    /opt/yarn* /usr/local/bin/yarn /usr/local/bin/yarnpkg \
  && mkdir /data && chown 1000:1000 /data
# Belongs to root: the service can read its program, not change it.
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY migrations ./migrations
COPY src ./src
# Tools beside the service: docker exec <container> node scripts/doctor.ts
COPY scripts/backup.ts scripts/restore.ts scripts/doctor.ts scripts/person.ts scripts/history.ts ./scripts/

# The image's own unprivileged user "node", by number, so that Kubernetes can see it is not root.
USER 1000:1000
VOLUME /data
EXPOSE 3000

HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

CMD ["node", "src/node.ts"]
