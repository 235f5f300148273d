import { z } from "zod";
import type { RequestContext } from "./context.server.ts";
import { readForm } from "./received-form.server.ts";

/*
 * Nothing typed is lost, also when the session ended before Save was pressed:
 * the form travels along through signing in, on the page and nowhere else.
 */

const heldFormSchema = z.object({
  /** Where it was posted to: a path of the review side. */
  action: z
    .string()
    .max(2_000)
    .regex(/^(?!.*\/\/)\/review\/[^\\]*$/),
  fields: z
    .array(z.tuple([z.string().max(200), z.string().max(1_000_000)]))
    .max(1_000),
});

/** A form that could not be taken because its sender was signed out. */
export type HeldForm = z.infer<typeof heldFormSchema>;

/** A form that was posted by somebody who is not signed in (any more); undefined where there is nothing to hold. */
export async function holdForm(
  request: Request,
  context: Pick<RequestContext, "receivedForm">,
): Promise<HeldForm | undefined> {
  if (request.method === "GET" || request.method === "HEAD") return undefined;
  const { pathname, search } = new URL(request.url);
  try {
    const form = await readForm({ request, context });
    const fields = [...form.fields].flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as [string, string]] : [],
    );
    if (fields.length === 0) return undefined;
    return { action: pathname.replace(/\.data$/, "") + search, fields };
  } catch {
    return undefined; // Not a form: there is nothing of a person's in it.
  }
}

/** What a sign-in form carried along; undefined where it carried nothing, or nothing of ours. */
export function readHeldForm(sent: string): HeldForm | undefined {
  if (sent === "") return undefined;
  try {
    return heldFormSchema.safeParse(JSON.parse(sent)).data;
  } catch {
    return undefined;
  }
}
