import type {
  ActionFunction,
  AppLoadContext,
  LoaderFunction,
} from "@remix-run/node";

type Asked = {
  context: AppLoadContext;
  path: string;
  params?: Record<string, string>;
  cookie?: string;
  /** A form to be posted; left out, the path is got. */
  form?: Record<string, string>;
  headers?: Record<string, string>;
};

export type Reply = {
  status: number;
  headers: Headers;
  /** Where a redirect leads. */
  location: string | null;
  data: Record<string, unknown> | undefined;
};

/** Calls a loader or an action as Remix would, and reads what it answers or throws. */
export async function ask(
  run: LoaderFunction | ActionFunction,
  { context, path, params = {}, cookie, form, headers }: Asked,
): Promise<Reply> {
  const request = new Request(new URL(path, "http://localhost:3000"), {
    ...(form && { method: "POST", body: new URLSearchParams(form) }),
    headers: { ...(cookie && { cookie }), ...headers },
  });
  let answer: unknown;
  try {
    answer = await run({ request, context, params });
  } catch (thrown) {
    answer = thrown;
  }
  return readAnswer(answer);
}

function readAnswer(answer: unknown): Reply {
  if (answer instanceof Error) throw answer;
  if (answer instanceof Response) {
    const { status, headers } = answer;
    const location = headers.get("Location");
    return { status, headers, location, data: undefined };
  }
  if (isDataWithInit(answer))
    return {
      status: answer.init?.status ?? 200,
      headers: new Headers(answer.init?.headers),
      location: null,
      data: answer.data,
    };
  return {
    status: 200,
    headers: new Headers(),
    location: null,
    data: answer as Record<string, unknown>,
  };
}

type DataWithInit = {
  type: "DataWithResponseInit";
  data: Record<string, unknown>;
  init: ResponseInit | null;
};

function isDataWithInit(answer: unknown): answer is DataWithInit {
  return (
    typeof answer === "object" &&
    answer !== null &&
    "type" in answer &&
    answer.type === "DataWithResponseInit"
  );
}
