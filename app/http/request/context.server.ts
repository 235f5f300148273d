import type {} from "@remix-run/node";
import type { Logger } from "pino";
import type { Db } from "#app/db/schema.ts";
import type { StaffAuth } from "#app/domain/accounts/staff-auth.server.ts";
import type { AttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import type { DraftName } from "#app/domain/drafts/drafts.ts";
import type { CountSameAgain } from "#app/domain/limits/same-again.server.ts";
import type { PublishedTitle } from "#app/domain/portal/own-pages.server.ts";
import type { PortalSettings } from "#app/domain/portal/settings.ts";
import type { Env } from "../env.server.ts";
import type { Speech } from "./speech.ts";
import type { ReceivedForm } from "./received-form.server.ts";

/**
 * What every loader and action is handed. server.ts makes the lasting part
 * once; a test makes its own. No module of the app holds a connection.
 */
export type Surroundings = {
  env: Env;
  db: Db;
  auth: StaffAuth;
  attachmentStore: AttachmentStore;
  logger: Logger;
  now: () => Date;
  randomBytes: (count: number) => Buffer;
  /** Of responses that come again and again from one network. */
  countSameAgain: CountSameAgain;
  /** What is left on the disk that a folder is on. */
  countFreeBytes: (folder: string) => Promise<number>;
};

/** `not-trusted`: a proxy names addresses, and is not believed; `not-named`: none does, though one is said to. */
export type ProxyDoubt = "not-trusted" | "not-named";

export type RequestContext = Surroundings & {
  /** The pages of the review's own that the public reads; not known where nothing of the database was asked. */
  ownPages?: PublishedTitle[];
  settings?: PortalSettings | undefined;
  requestId: string;
  cspNonce: string;
  /** Stands for the network the request came from: for limits, never stored with what was sent. */
  networkKey: string;
  /** Set where multer has read the body: the route's action cannot read it again. */
  receivedForm?: ReceivedForm;
  /** The body of any other form, which was read before its route. */
  urlencodedBody?: string;
  /** The key of a browser's drafts, where this very request gave it out. */
  draftHolderKey?: string;
  /** The draft that this very request turned out to be about, whatever its address says. */
  draftName?: DraftName;
  /** Set where too many forms came from the sender: the form is to be given back, and nothing saved. */
  mustWaitSeconds?: number;
  /** The page that answers, where it was rendered at once; its `Response` has the rest. */
  wholePage?: Buffer;
  /** Whether it is a page of the public side, where nobody sees what others wrote. */
  isPublicPage?: boolean;
  /** Why what is set about the proxy in front does not seem to be so. */
  proxyDoubt?: ProxyDoubt;
  /** What the page is written in, once its loader has found out. */
  speech?: Speech;
  /** Set where a form that is shown in another language had files chosen: no browser lets a page choose them again. */
  chosenFilesAreGone?: boolean;
  /** Set by an action that gives a form back with messages, for the page's title. */
  hasFormErrors?: boolean;
};

declare module "@remix-run/node" {
  // oxlint-disable-next-line typescript/no-empty-object-type -- declaration merging needs an interface.
  interface AppLoadContext extends RequestContext {}

  // Without this, loader dates and such are typed as serialised JSON.
  interface Future {
    v3_singleFetch: true;
  }
}
