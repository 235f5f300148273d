import type { Express } from "express";
import type { Surroundings } from "../request/context.server.ts";
import { logRequests } from "./access-log.server.ts";
import { capBodies } from "./body-caps.server.ts";
import { readFormBodies, takeOnlyForms } from "./form-bodies.server.ts";
import type { SpeakAtGates } from "./gate-words.ts";
import { allowHosts } from "./host-allow-list.server.ts";
import { keepChosenLanguage } from "./keep-language.server.ts";
import { takeOnlyKnownRequests } from "./known-requests.server.ts";
import { keepNoCopies } from "./no-copies.server.ts";
import { refuseForeignOrigins } from "./origin-gate.server.ts";
import type { GateLocals, Portal } from "./plain-page.server.ts";
import { limitPosts } from "./rate-limit.server.ts";
import { watchProxy } from "./proxy-watch.server.ts";
import { receiptPath, receiveReceipt } from "./receive-receipt.server.ts";
import { receiveUploads, uploadPaths } from "./receive-uploads.server.ts";
import type { TellUpload } from "./resumable/answer-json.ts";
import { takeUploads } from "./resumable/take-uploads.server.ts";
import { admitUploads } from "./upload-admission.server.ts";
import { setSecurityHeaders } from "./security-headers.server.ts";

/**
 * What a request passes before its route, in order: headers come before the
 * first refusal, and only a form of our own pages counts as one that was sent.
 */
export function standGates(
  app: Express,
  surroundings: Surroundings,
  {
    tellUpload,
    speakAtGates,
    portal = surroundings.env,
  }: { tellUpload: TellUpload; speakAtGates: SpeakAtGates; portal?: Portal },
) {
  const { env, logger } = surroundings;
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  app.set("trust proxy", env.trustedProxyHops);
  const locals: GateLocals = { portal, speakAtGates };
  Object.assign(app.locals, locals);
  app.use(logRequests(logger));
  app.use(setSecurityHeaders(env));
  app.use(keepNoCopies());
  app.use(allowHosts(env.publicBaseUrl));
  app.use(takeOnlyKnownRequests());
  // Before the cap: what is over it is given back to be sent again, which a form of another site must not be.
  app.use(refuseForeignOrigins(env.publicBaseUrl));
  app.use(keepChosenLanguage(surroundings));
  const limit = limitPosts(surroundings);
  // Before the cap and the forms: its pieces are neither, and have their own length.
  app.use(takeUploads(surroundings, { limit, tell: tellUpload }));
  app.use(
    capBodies({ uploadPaths, maxUploadBytes: env.maxAttachmentBytes * 10 }),
  );
  app.use(takeOnlyForms([uploadPaths, receiptPath]));
  const watch = watchProxy(surroundings);
  app.use((request, _response, next) => {
    watch.notice(request.headers);
    next();
  });
  app.use(limit);
  app.use(uploadPaths, receiveFormsWithFiles(surroundings));
  app.use(receiptPath, receiveReceipt());
  app.use(readFormBodies());
  return { proxyDoubt: watch.doubt, noticeProxy: watch.notice };
}

function receiveFormsWithFiles(surroundings: Surroundings) {
  const { env, logger, attachmentStore } = surroundings;
  return receiveUploads({
    admit: admitUploads(surroundings),
    stagingFolder: attachmentStore.stagingFolder,
    maxFileBytes: env.maxAttachmentBytes,
    onStorageError: (error) =>
      logger.error(
        { name: error instanceof Error ? error.name : "unknown" },
        "A file could not be written",
      ),
  });
}
