import { PassThrough } from "node:stream";
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import type { ReactNode } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { describeError } from "#app/http/request/describe-error.server.ts";
import { NonceContext } from "#app/ui/nonce.ts";
import { PortalContext } from "#app/ui/portal.ts";

export const streamTimeout = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
) {
  const { cspNonce, env } = context;
  const readyEvent = isbot(request.headers.get("user-agent") ?? "")
    ? "onAllReady"
    : "onShellReady";
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Promise<Response>((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <Surroundings cspNonce={cspNonce} env={env}>
        <RemixServer
          context={remixContext}
          url={request.url}
          nonce={cspNonce}
          abortDelay={streamTimeout}
        />
      </Surroundings>,
      {
        nonce: cspNonce,
        [readyEvent]() {
          const page = new PassThrough();
          const body = createReadableStreamFromReadable(page);
          resolve(new Response(body, { status, headers }));
          pipe(page);
        },
        onShellError: reject,
        onError: (error: unknown) =>
          logFault(context, error, "A page could not be rendered"),
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

type Surroundings = Pick<AppLoadContext, "cspNonce" | "env">;

/** What every page may need, an error page whose loaders failed most of all. */
function Surroundings({
  cspNonce,
  env,
  children,
}: Surroundings & { children: ReactNode }) {
  const portal = {
    reviewName: env.reviewName,
    contactEmail: env.reviewContactEmail,
  };
  return (
    <NonceContext.Provider value={cspNonce}>
      <PortalContext.Provider value={portal}>{children}</PortalContext.Provider>
    </NonceContext.Provider>
  );
}

export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  // A 404 or a refusal is an answer, not a fault.
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  logFault(context, error, "A request ended in an unexpected error");
}

function logFault(
  { logger, requestId }: Pick<AppLoadContext, "logger" | "requestId">,
  error: unknown,
  message: string,
) {
  logger.error({ requestId, error: describeError(error) }, message);
}
