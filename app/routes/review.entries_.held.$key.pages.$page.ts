import type { LoaderFunctionArgs } from "@remix-run/node";
import { drawHeldPage } from "#app/domain/entries/held-pages.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import {
  answerInstead,
  pictureResponse,
} from "#app/http/request/attachment-response.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { withoutPages } from "#app/screens/review/refused-file.ts";

/** A page of a scan that waits since its form came back, for whoever sent it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "enter-responses");
  const { key = "", page: number = "" } = params;
  const page = readWholeNumber(number) ?? 0;
  const { stagingFolder } = context.attachmentStore;
  const holder = { stagingFolder, staffId: staff.staffId };
  const { signal: gone } = request;
  const drawn = await drawHeldPage({ ...holder, key, page, gone });
  if (drawn.ok) return pictureResponse(drawn.picture, `page-${page}`);
  return answerInstead(withoutPages[drawn.reason]);
}
