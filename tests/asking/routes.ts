import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { Unsent } from "#app/ui/unsent.ts";

/** A loader or an action. */
export type RouteFunction = (args: LoaderFunctionArgs) => unknown;

type Asked = {
  context: AppLoadContext;
  path: string;
  params?: LoaderFunctionArgs["params"];
  cookie?: string;
  /** A form to be posted; left out, the path is got. */
  form?: Record<string, string> | [name: string, value: string][];
  headers?: Record<string, string>;
};

/** What a route answered: the data of a page, the address it leads on to, or a response of its own. */
export type Answer = {
  status: number;
  headers: Headers;
  /** Where a redirect leads, without the draft that it names. */
  location: string | undefined;
  /** The draft that a redirect names. */
  draft: string | undefined;
  data: Record<string, unknown> | undefined;
  /** What came in place of data. */
  response: Response | undefined;
  /** Whether the title of the page would say that something is wrong. */
  hasFormErrors: boolean;
};

/** Asks a loader or an action once, and reads what it answers or throws. */
export function ask(
  run: RouteFunction,
  { context, path, params = {}, cookie, form, headers }: Asked,
): Promise<Answer> {
  const request = new Request(new URL(path, "http://localhost:3000"), {
    ...(form && { method: "POST", body: new URLSearchParams(form) }),
    headers: { ...(cookie && { cookie }), ...headers },
  });
  // As server.ts does: a context of its own for each request.
  return callRoute(run, { request, context: { ...context }, params });
}

/** Calls a loader or an action as Remix would; what is thrown and is no error of ours is an answer too. */
export async function callRoute(
  run: RouteFunction,
  args: LoaderFunctionArgs,
): Promise<Answer> {
  const value = await Promise.resolve()
    .then(() => run(args))
    .catch((thrown: unknown) => thrown);
  if (value instanceof Error) throw value;
  const hasFormErrors = args.context.hasFormErrors ?? false;
  if (value instanceof Response) {
    const { status, headers } = value;
    return {
      status,
      headers,
      ...readLocation(headers.get("Location")),
      data: undefined,
      response: value,
      hasFormErrors,
    };
  }
  const init = isDataWithInit(value) ? value.init : null;
  return {
    status: init?.status ?? 200,
    headers: new Headers(init?.headers),
    location: undefined,
    draft: undefined,
    data: shownIn(isDataWithInit(value) ? value.data : value),
    response: undefined,
    hasFormErrors,
  };
}

function readLocation(location: string | null) {
  if (location === null) return { location: undefined, draft: undefined };
  const draft = /[?&]draft=([^&#]+)/.exec(location)?.[1];
  const bare = location.replace(/([?&])draft=[^&#]+(&?)/, (_, before, after) =>
    after ? String(before) : "",
  );
  return { location: bare, draft };
}

function shownIn(data: unknown) {
  return (data instanceof Unsent ? data.shown : data) as Answer["data"];
}

type DataWithInit = {
  type: "DataWithResponseInit";
  data: unknown;
  init: ResponseInit | null;
};

function isDataWithInit(value: unknown): value is DataWithInit {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    value.type === "DataWithResponseInit"
  );
}
