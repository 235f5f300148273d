import { randomBytes } from "node:crypto";
import { statfs } from "node:fs/promises";
import { createServer } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import pino from "pino";
import { openChangeCounter } from "#app/db/change-counter.server.ts";
import { openDatabase } from "#app/db/connection.server.ts";
import { createStaffAuth } from "#app/domain/accounts/staff-auth.server.ts";
import { sweepStagingFolder } from "#app/domain/attachments/staging-folder.server.ts";
import { countSameAgain } from "#app/domain/limits/same-again.server.ts";
import { sameResponseBounds } from "#app/domain/responses/held-back.ts";
import type { Surroundings } from "#app/http/request/context.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import {
  answerByArea,
  answerByRoute,
} from "#app/http/gate/answer-by-route.server.ts";
import { answerKeptPages } from "#app/http/gate/answer-kept-pages.server.ts";
import { sendBuiltFiles } from "#app/http/gate/built-files.server.ts";
import {
  answerFaults,
  answerUnreadable,
} from "#app/http/gate/faults.server.ts";
import { standGates } from "#app/http/gate/gates.server.ts";
import { stopOnSignals } from "#app/http/gate/graceful-stop.server.ts";
import { renderForEverybody } from "#app/http/gate/kept-page.server.ts";
import { KeptPages } from "#app/http/gate/kept-pages.server.ts";
import { networkKey } from "#app/http/gate/network-key.server.ts";
import { StandingPortal } from "#app/http/gate/standing-portal.server.ts";
import { answerForUnsaved } from "#app/http/request/unsaved-form.server.ts";
import { endFailedStart } from "#app/tasks/command.ts";
import { openCheckedStore } from "#app/tasks/open-checked-store.server.ts";
import { readBeside } from "#app/tasks/read-beside.server.ts";
import { refuseStart } from "#app/tasks/refuse-start.server.ts";
import { speakAtGates } from "#app/tasks/gate-words.ts";
import { tellUpload } from "#app/tasks/upload-words.ts";
import { startWorking } from "#app/tasks/work.server.ts";

process.on("uncaughtException", endFailedStart);
const env = readEnvironment();
const isDevelopment = env.mode === "development";
const logger = pino({ level: env.logLevel });
const db = openDatabase(env.database);
await refuseStart(db, { secret: env.secret, now: new Date() });
readBeside(db, env.database);

const surroundings: Surroundings = {
  env,
  db,
  auth: createStaffAuth(db, env),
  attachmentStore: await openCheckedStore(env, logger),
  logger,
  now: () => new Date(),
  randomBytes,
  countSameAgain: countSameAgain(sameResponseBounds, randomBytes(32)),
  async countFreeBytes(folder) {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
};

// Nothing that was written to an hour ago is still on its way: silence ends a request long before.
await sweepStagingFolder(surroundings.attachmentStore.stagingFolder, {
  olderThanMilliseconds: 60 * 60_000,
  now: surroundings.now(),
});

const vite = isDevelopment
  ? await import("vite").then(({ createServer }) =>
      createServer({ server: { middlewareMode: true } }),
    )
  : undefined;

const app = express();
const changes = openChangeCounter(env.database);
const standing = new StandingPortal({
  ...surroundings,
  countChanges: changes.read,
});
const gates = standGates(app, surroundings, {
  tellUpload,
  speakAtGates,
  portal: standing,
});
if (vite) app.use(vite.middlewares);
else app.use(sendBuiltFiles("build/client"));
const answer = answerByArea({
  build: vite
    ? () =>
        vite
          .ssrLoadModule("virtual:remix/server-build")
          .then((build) => answerForUnsaved(build as ServerBuild))
    : answerForUnsaved(
        (await import(`${process.cwd()}/build/server/index.js`)) as ServerBuild,
      ),
  mode: env.mode,
});
const handOver = answerByRoute({
  publicBaseUrl: env.publicBaseUrl,
  answer,
  getLoadContext: async (request, response) => ({
    ...surroundings,
    ...(await standing.read()),
    requestId: String(response.locals.requestId),
    cspNonce: String(response.locals.cspNonce),
    // Few ask for it, and a keyed hash for every request is dear.
    get networkKey() {
      return networkKey(request.ip ?? "", env.secret);
    },
    ...(request.mustWaitSeconds !== undefined && {
      mustWaitSeconds: request.mustWaitSeconds,
    }),
    ...gates.proxyDoubt(),
    ...(request.receivedForm && { receivedForm: request.receivedForm }),
    ...(request.urlencodedBody !== undefined && {
      urlencodedBody: request.urlencodedBody,
    }),
  }),
});
app.all("*", handOver);

app.use(answerFaults(logger));

const readPortal = () => standing.read();
const listener = vite
  ? app
  : answerKeptPages(app, {
      ...surroundings,
      noticeProxy: gates.noticeProxy,
      kept: new KeptPages({
        ...surroundings,
        countChanges: changes.read,
        readPortal,
        render: renderForEverybody(answer, surroundings, readPortal),
      }),
    });
const server = createServer(listener).listen(env.port, env.host, () => {
  process.off("uncaughtException", endFailedStart);
  logger.info(
    `Heard listens on ${env.host}:${env.port} as ${env.publicBaseUrl.origin}`,
  );
  process.send?.("ready");
});
answerUnreadable(server, { portal: standing, speakAtGates });
server.headersTimeout = 20_000;
// A long upload over a slow line is honest; a line that is silent is not there any more.
server.requestTimeout = 24 * 60 * 60_000;
server.timeout = 2 * 60_000;
const work = env.worker === "inline" ? startWorking(surroundings) : undefined;
stopOnSignals(server, {
  logger,
  graceMilliseconds: 30_000,
  afterLastRequest: async () => {
    await work?.stop();
    changes.close();
    await db.destroy();
  },
});
