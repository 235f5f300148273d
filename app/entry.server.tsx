import { PassThrough } from "node:stream";
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import type { ReactElement, ReactNode } from "react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { describeError } from "#app/http/request/describe-error.server.ts";
import { onlySpeaks } from "#app/http/request/speaking-form.server.ts";
import { speakOurs } from "#app/http/request/language.server.ts";
import { describeSpoken } from "#app/screens/public/spoken.ts";
import { type Spoken, SpokenContext } from "#app/ui/language.tsx";
import { describePortal } from "#app/http/request/shown-portal.server.ts";
import { NonceContext } from "#app/ui/nonce.ts";
import { PortalContext } from "#app/ui/portal.ts";
import type { RouteHandle } from "#app/ui/route-handle.ts";

export const streamTimeout = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
) {
  const spoken = isPublic(remixContext)
    ? speakOn(request, context, {
        status,
        showsOnce: says(remixContext, "showsOnce"),
      })
    : undefined;
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", spoken?.language ?? "en");
  const page = (
    <Surroundings context={context} spoken={spoken}>
      <RemixServer
        context={remixContext}
        url={request.url}
        nonce={context.cspNonce}
        abortDelay={streamTimeout}
      />
    </Surroundings>
  );
  if (!says(remixContext, "hydrates")) {
    context.wholePage = renderWhole(page, context);
    context.isPublicPage = isPublic(remixContext);
    return new Response(null, { status, headers });
  }
  const isWhole = isbot(request.headers.get("user-agent") ?? "");
  return renderInParts(page, context, isWhole).then(
    (body) => new Response(body, { status, headers }),
  );
}

/** In what a public page is written: what its loader found out, or what the person has chosen. */
function speakOn(
  request: Request,
  context: AppLoadContext,
  { status, showsOnce }: { status: number; showsOnce: boolean },
) {
  if (!context.speech) speakOurs(request, context);
  return describeSpoken({
    speech: context.speech,
    url: new URL(request.url),
    origin: context.env.publicBaseUrl.origin,
    isFound: request.method === "GET" && status === 200,
    isOnce:
      request.method === "POST" &&
      (showsOnce || (status === 200 && !onlySpeaks(request))),
    isWithoutFiles: context.chosenFilesAreGone ?? false,
  });
}

function renderInParts(
  page: ReactElement,
  context: AppLoadContext,
  isWhole: boolean,
): Promise<ReadableStream> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: context.cspNonce,
      [isWhole ? "onAllReady" : "onShellReady"]() {
        const stream = new PassThrough();
        resolve(createReadableStreamFromReadable(stream));
        pipe(stream);
      },
      onShellError: reject,
      onError: (error: unknown) =>
        logFault(context, error, "A page could not be rendered"),
    });
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** Whether a route says this of itself. What hydrates is a page whose document prints Remix's scripts: by the same rule, see root.tsx. */
function says(
  { staticHandlerContext, routeModules }: EntryContext,
  what: "hydrates" | "showsOnce",
): boolean {
  return staticHandlerContext.matches.some(({ route }) => {
    const handle = routeModules[route.id]?.handle as RouteHandle | undefined;
    return handle?.[what];
  });
}

function isPublic({ staticHandlerContext }: EntryContext) {
  return staticHandlerContext.matches.some(
    ({ route }) => route.id === "routes/_public",
  );
}

/**
 * A page without those scripts waits for nothing, so it is there at once; unlike a
 * stream it begins without its doctype. It is left in the context: in a `Response`
 * it would be a stream, to be put together again a step later.
 */
function renderWhole(page: ReactElement, context: AppLoadContext) {
  try {
    return Buffer.from(`<!DOCTYPE html>${renderToString(page)}`);
  } catch (error) {
    logFault(context, error, "A page could not be rendered");
    throw error;
  }
}

/** What every page may need, an error page whose loaders failed most of all. */
function Surroundings({
  context,
  spoken,
  children,
}: {
  context: AppLoadContext;
  spoken: Spoken | undefined;
  children: ReactNode;
}) {
  const portal = describePortal(context, spoken?.language ?? "en");
  return (
    <NonceContext.Provider value={context.cspNonce}>
      <PortalContext.Provider value={portal}>
        {spoken ? (
          <SpokenContext.Provider value={spoken}>
            {children}
          </SpokenContext.Provider>
        ) : (
          children
        )}
      </PortalContext.Provider>
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
