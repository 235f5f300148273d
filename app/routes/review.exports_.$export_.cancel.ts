import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { cancelExport } from "#app/domain/exports/exports.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { exportsAddress } from "#app/export-addresses.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "take-out-passages");
  return redirect(exportsAddress, 303);
}

const known = knownFields(undefined);

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context, "take-out-passages");
  await readForm(args, known);
  const isCancelled = await cancelExport(context.db, {
    exportId: readWholeNumber(params.export) ?? 0,
    actor,
    now: context.now(),
  });
  return redirectWithFlash(
    context,
    exportsAddress,
    isCancelled
      ? { kind: "success", text: "The export was cancelled." }
      : { kind: "notice", text: "There was nothing to cancel any more." },
  );
}
