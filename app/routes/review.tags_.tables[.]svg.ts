import type { LoaderFunctionArgs } from "@remix-run/node";
import { readTagTable } from "#app/domain/tagging/tables.server.ts";
import { respondWithPicture } from "#app/http/pictures/draw.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { describeTagPicture } from "#app/screens/review/tag-picture.ts";

/** A resource route: tags by who speaks as a picture, with small counts hidden: it may be passed on. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "read-responses");
  const table = await readTagTable(context.db, viewer, "speaker");
  return respondWithPicture({ of: "tags", tags: describeTagPicture(table) });
}
