import type { BrowserContext, ConsoleMessage, Request } from "@playwright/test";

const assetTypes = new Set(["script", "stylesheet", "image", "font"]);

/**
 * A click before preloading has ended breaks it off; a browser without scripts
 * refuses it as "csp", and Firefox without scripts as "NS_ERROR_ABORT". A true
 * refusal by the policy is in the console too.
 */
const expectedReasons = new Set([
  "net::ERR_ABORTED",
  "NS_BINDING_ABORTED",
  "NS_ERROR_ABORT",
  "csp",
]);

/**
 * Notes whatever a browser should never see on our pages: an error in its
 * console (a refusal of the content security policy is one), an uncaught
 * exception, a request to anywhere else, an asset that is not there, a 500,
 * and a script where none may run, which would make a journey another one.
 */
export function watchForProblems(
  context: BrowserContext,
  address: string,
  mayRunScripts: boolean,
): string[] {
  const problems: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error" && !tellsOfAStatus(message))
      problems.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => {
    problems.push(`exception: ${error.error().message}`);
  });
  context.on("request", (request) => {
    if (isForeign(request, address))
      problems.push(`request to elsewhere: ${request.url()}`);
  });
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    if (assetTypes.has(request.resourceType()) && !expectedReasons.has(reason))
      problems.push(`asset not loaded: ${request.url()} ${reason}`);
  });
  context.on("response", (response) => {
    const type = response.request().resourceType();
    const isAsset = assetTypes.has(type);
    if (type === "script" && !mayRunScripts)
      problems.push(`a script came: ${response.url()}`);
    if (response.status() >= (isAsset ? 400 : 500))
      problems.push(`${response.status()}: ${response.url()}`);
  });
  return problems;
}

/** Chromium says of every 400 and 409 that a resource failed to load; statuses are judged by themselves. */
function tellsOfAStatus(message: ConsoleMessage): boolean {
  return message.text().startsWith("Failed to load resource: the server");
}

function isForeign(request: Request, address: string): boolean {
  const url = new URL(request.url());
  return url.origin !== address && !["data:", "blob:"].includes(url.protocol);
}
