import type { RequestContext } from "./context.server.ts";
import { readEveryField } from "./received-form.server.ts";
import { readUrlencoded } from "./urlencoded-fields.server.ts";

/*
 * Nothing typed is lost, also when the session ended before Save was pressed:
 * the form travels along through signing in, on the page and nowhere else.
 */

/** A form that could not be taken because its sender was signed out. */
export type HeldForm = {
  /** Where it was posted to: a path of the review side. */
  action: string;
  fields: [name: string, value: string][];
};

/** A form that was posted by somebody who is not signed in (any more); undefined where there is nothing to hold. */
export async function holdForm(
  request: Request,
  context: Pick<RequestContext, "receivedForm">,
): Promise<HeldForm | undefined> {
  if (request.method === "GET" || request.method === "HEAD") return undefined;
  const { pathname, search } = new URL(request.url);
  try {
    const form = await readEveryField({ request, context });
    const fields = [...form.fields].flatMap(([name, value]) =>
      // A password is typed again: it stands on no page.
      typeof value === "string" && !/password/i.test(name)
        ? [[name, value] as [string, string]]
        : [],
    );
    if (fields.length === 0) return undefined;
    return { action: pathname.replace(/\.data$/, "") + search, fields };
  } catch {
    return undefined; // Not a form: there is nothing of a person's in it.
  }
}

/** What a sign-in form carried along; undefined where it carried nothing, or nothing of ours. */
export function readHeldForm(sent: string): HeldForm | undefined {
  const [first, ...fields] = readUrlencoded(sent, () => true).pairs;
  if (first?.[0] !== "" || fields.length === 0) return undefined;
  const action = first[1];
  return isReviewPath(action) ? { action, fields } : undefined;
}

const reviewSide = /^\/review\//;

/** As a browser reads it: `%2e%2e` climbs out of a folder like two full stops. */
export function isReviewPath(path: string): boolean {
  if (path.length > 2_000 || /\/\/|\\/.test(path)) return false;
  if (!reviewSide.test(path)) return false;
  return reviewSide.test(new URL(path, "http://localhost").pathname);
}
