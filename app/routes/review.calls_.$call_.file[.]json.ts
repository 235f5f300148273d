import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeCallFile } from "#app/domain/calls/call-file/call-file.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { requireKeptCall } from "#app/http/request/kept-call.server.ts";
import { textFile } from "#app/http/request/text-file.server.ts";

/** A resource route: a call's words, pages and questions as one file. It holds no word of any response. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const call = await requireKeptCall(context, params.call);
  return textFile(writeCallFile(call), {
    type: "application/json",
    name: `${call.slug}.json`,
  });
}
