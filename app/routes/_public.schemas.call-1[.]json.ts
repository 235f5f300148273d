import { callFileSchema } from "#app/domain/calls/call-file/call-file-schema.ts";

/** Written when it is first asked for: no server waits for it as it starts. */
let schema: string | undefined;

/** A resource route: what a call's file holds, as a JSON Schema. It is the same for every review. */
export function loader() {
  schema ??= `${JSON.stringify(callFileSchema(), null, 2)}\n`;
  return new Response(schema, {
    headers: {
      "Content-Type": "application/schema+json; charset=utf-8",
      "Cache-Control": "no-cache",
    },
  });
}
