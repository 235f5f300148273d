import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type ServerBuild,
} from "@remix-run/node";
import {
  type CannotSaveReason,
  cannotSaveReason,
  codeOf,
} from "#app/db/cannot-save.ts";
import type { RequestContext } from "./context.server.ts";
import { describeError } from "./describe-error.server.ts";
import { type ReceivedForm, readEveryField } from "./received-form.server.ts";
import {
  hasTyped,
  type TypedField,
  typedFields,
} from "./typed-fields.server.ts";

/** Why a form was not taken; of what is not here its own page gives it back. */
type Reason =
  | CannotSaveReason
  | "not-allowed"
  | "not-open"
  | "not-found"
  | "not-read"
  | "fault";

/** What the page is told whose form, or whose reading, came to nothing. */
export type Unsaved = {
  unsaved: {
    reason: Reason;
    /** Where the same form can be sent again; undefined where nothing was sent. */
    action?: string;
    fields: TypedField[];
    hadFiles: boolean;
  };
};

/** What the answer to a form says that the database did not save. */
export const unsavedStatuses: Record<CannotSaveReason, number> = {
  busy: 503,
  away: 503,
  disk: 507,
};
const retryAfterSeconds = 10;

type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs;
type RunRoute<Args extends RouteArgs> = (args: Args) => unknown;

/**
 * The one place that answers when a form comes to nothing: every action and
 * loader of the build is run with its sender's form at hand. A write that had no
 * turn, or no disk, answers 503 or 507; a page that is gone or not allowed any
 * more, and a fault of ours, answer as they do; and each gives back what was typed.
 */
export function answerForUnsaved(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route];
    const { action, loader } = route.module;
    const module = {
      ...route.module,
      ...(action && { action: giveBackUnsaved(action) }),
      ...(loader && { loader: giveBackUnsaved(loader) }),
    };
    return [id, { ...route, module }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

/** A loader or an action that throws what its page needs, where what was sent came to nothing. */
export function giveBackUnsaved<Args extends RouteArgs>(run: RunRoute<Args>) {
  return async (args: Args): Promise<unknown> => {
    try {
      return await run(args);
    } catch (thrown) {
      if (args.request.signal.aborted) throw thrown;
      const failure = readFailure(thrown);
      if (!failure) throw thrown;
      const { reason, status, headers = {} } = failure;
      const sent = await readSent(args);
      if (!isCannotSave(reason) && !hasTyped(sent.fields)) throw thrown;
      logFailure(args.context, reason, thrown);
      const unsaved = { reason, ...sent };
      throw data({ unsaved } satisfies Unsaved, { status, headers });
    }
  };
}

/**
 * What a page says that gives its own form back, where the database could not
 * save it. A database that is away cannot be asked for that page either:
 * undefined, and whoever called lets the error go on to where every form is given back.
 */
export function refusalToSave(
  context: Pick<RequestContext, "logger" | "requestId">,
  error: unknown,
) {
  const reason = cannotSaveReason(error);
  if (!reason || reason === "away") return undefined;
  logFailure(context, reason, error);
  return { reason, status: unsavedStatuses[reason], headers: waitHeaders };
}

const waitHeaders = { "Retry-After": String(retryAfterSeconds) };

type Failure = {
  reason: Reason;
  status: number;
  headers?: Record<string, string>;
};

/** What came to nothing and why; undefined for an answer that says itself what to do. */
function readFailure(thrown: unknown): Failure | undefined {
  const cannotSave = cannotSaveReason(thrown);
  if (cannotSave)
    return {
      reason: cannotSave,
      status: unsavedStatuses[cannotSave],
      headers: waitHeaders,
    };
  if (thrown instanceof Error) return { reason: "fault", status: 500 };
  const status = statusWithoutWords(thrown);
  if (status === undefined || status < 400) return undefined;
  return { reason: reasonOf(status), status };
}

/** The status of what was thrown to end a request; undefined where it comes with what its page needs. */
function statusWithoutWords(thrown: unknown): number | undefined {
  if (thrown instanceof Response) return thrown.status;
  if (typeof thrown !== "object" || thrown === null) return undefined;
  if (!("data" in thrown) || !("init" in thrown) || thrown.data !== null)
    return undefined;
  const init = thrown.init as ResponseInit | null;
  return init?.status;
}

function reasonOf(status: number): Reason {
  if (status === 401) return "not-open";
  if (status === 403) return "not-allowed";
  if (status === 404) return "not-found";
  return status >= 500 ? "fault" : "not-read";
}

function isCannotSave(reason: Reason): reason is CannotSaveReason {
  return reason in unsavedStatuses;
}

function logFailure(
  { logger, requestId }: Pick<RequestContext, "logger" | "requestId">,
  reason: Reason,
  thrown: unknown,
) {
  if (isCannotSave(reason))
    logger.error({ requestId, reason, code: codeOf(thrown) }, "Not saved");
  else if (thrown instanceof Error)
    logger.error(
      { requestId, error: describeError(thrown) },
      "A request ended in an unexpected error",
    );
}

type SentForm = Omit<Unsaved["unsaved"], "reason">;

/** The form, whether the action has read it or not. */
async function readSent({ request, context }: RouteArgs): Promise<SentForm> {
  if (request.method !== "POST") return { fields: [], hadFiles: false };
  const { receivedForm } = context;
  const sent = await readEveryField({ request, context }).catch(
    () => undefined,
  );
  return {
    action: pathOf(request),
    fields: typedFields(sent?.fields ?? []),
    hadFiles: receivedForm !== undefined && hadFiles(receivedForm),
  };
}

/** Files that were turned away count: they have to be chosen again as well. */
export function hadFiles({ stagedFiles, refusedParts }: ReceivedForm): boolean {
  return (
    stagedFiles.length > 0 ||
    refusedParts.some(({ originalName }) => originalName !== undefined)
  );
}

function pathOf(request: Request): string {
  const { pathname, searchParams } = new URL(request.url);
  // Remix's own: the data of a page has another address than the page.
  searchParams.delete("_routes");
  const search = searchParams.size > 0 ? `?${searchParams.toString()}` : "";
  return pathname.replace(/\.data$/, "") + search;
}
