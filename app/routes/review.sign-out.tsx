import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { queueAddress, signInAddress } from "#app/addresses.ts";
import { forgetFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { endSession } from "#app/http/request/staff-session.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "sign-out");
  return redirect(queueAddress(), 303);
}

export async function action({ request, context }: ActionFunctionArgs) {
  await requireStaff(request, context, "sign-out");
  const headers = await endSession(context, request);
  // The Back button must not show what was read before. Neither "cookies" nor
  // "storage": an answer that somebody writes on the public side hangs on them.
  headers.set("Clear-Site-Data", '"cache"');
  headers.append("Set-Cookie", await forgetFlash(context));
  return redirect(signInAddress(), { status: 303, headers });
}
