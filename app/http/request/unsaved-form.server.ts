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
import type { ReceivedForm } from "./received-form.server.ts";

/** What the page is told whose form, or whose reading, could not be written down. */
export type Unsaved = {
  unsaved: {
    reason: CannotSaveReason;
    /** Where the same form can be sent again; undefined where nothing was sent. */
    action?: string;
    /** As typed, in order. Passwords and files are not among them. */
    fields: [name: string, value: string][];
    hadFiles: boolean;
  };
};

const statuses: Record<CannotSaveReason, number> = { busy: 503, disk: 507 };
const retryAfterSeconds = 10;
const maxFields = 1_000;

type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs;
type RunRoute<Args extends RouteArgs> = (args: Args) => unknown;

/**
 * The one place that answers when the database cannot save: every action and
 * loader of the build is run with its sender's form at hand, so that a write that had no
 * turn, or no disk, answers 503 or 507 and gives back what was typed.
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

/** A loader or an action that throws what its page needs, where it could not save. */
export function giveBackUnsaved<Args extends RouteArgs>(run: RunRoute<Args>) {
  return async (args: Args): Promise<unknown> => {
    const form = keepFormOf(args);
    try {
      return await run(args);
    } catch (error) {
      const reason = cannotSaveReason(error);
      if (!reason) throw error;
      const { logger, requestId } = args.context;
      logger.error({ requestId, reason, code: codeOf(error) }, "Not saved");
      const unsaved = { reason, ...(await form.read()) };
      throw data({ unsaved } satisfies Unsaved, {
        status: statuses[reason],
        headers: { "Retry-After": String(retryAfterSeconds) },
      });
    } finally {
      form.forget();
    }
  };
}

type SentForm = Omit<Unsaved["unsaved"], "reason">;

/** The action reads the body; this keeps another reading of it until it has ended. */
function keepFormOf({ request, context }: RouteArgs) {
  const isForm = request.method === "POST";
  const needsCopy = isForm && !context.receivedForm && !request.bodyUsed;
  const copy = needsCopy ? request.clone() : undefined;
  return {
    async read(): Promise<SentForm> {
      if (!isForm) return { fields: [], hadFiles: false };
      const received = context.receivedForm;
      const sent = received?.fields ?? (await copy?.formData().catch(() => {}));
      return {
        action: pathOf(request),
        fields: sent ? typedFields(sent) : [],
        hadFiles: received !== undefined && hadFiles(received),
      };
    },
    forget() {
      if (copy && !copy.bodyUsed) copy.body?.cancel().catch(() => {});
    },
  };
}

/** Files that were turned away count: they have to be chosen again as well. */
function hadFiles({ stagedFiles, refusedParts }: ReceivedForm): boolean {
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

function typedFields(form: FormData): [name: string, value: string][] {
  return [...form]
    .slice(0, maxFields)
    .flatMap(([name, value]) =>
      typeof value === "string" && !/password/i.test(name)
        ? [[name, value] as [string, string]]
        : [],
    );
}
