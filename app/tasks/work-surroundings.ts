import type { Logger } from "pino";
import type { Db } from "#app/db/schema.ts";
import type { MailSettings } from "#app/domain/mail/smtp.server.ts";
import type { AttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";

/** What background work is handed: by the server, by a worker of its own, by the demo. */
export type WorkSurroundings = {
  db: Db;
  attachmentStore: AttachmentStore;
  env: {
    clamdAddress: string;
    secret: string;
    mail: MailSettings | undefined;
    publicBaseUrl: URL;
    reviewName: string;
    safeguarding: { hours: number };
  };
  logger: Pick<Logger, "info" | "error">;
  now: () => Date;
};
