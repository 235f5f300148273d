import { callFileSchema } from "#app/domain/calls/call-file/call-file-schema.ts";

const schema = `${JSON.stringify(callFileSchema(), null, 2)}\n`;

/** A resource route: what a call's file holds, as a JSON Schema. It is the same for every review. */
export function loader() {
  return new Response(schema, {
    headers: {
      "Content-Type": "application/schema+json; charset=utf-8",
      "Cache-Control": "no-cache",
    },
  });
}
