import type { ActionFunctionArgs } from "@remix-run/node";
import { refuseForm } from "./refused-form.server.ts";

/** What the page of a change shows beside its form: what it comes to, and the seal of that. */
export type PreviewedChange = { preview?: { lines: string[]; seal: string } };

type Submission = Parameters<typeof refuseForm>[1];

/**
 * A form that came back with what it would come to: asked for, or, as a 409,
 * because it is not what its sender had seen any more.
 */
export function showPreview(
  context: ActionFunctionArgs["context"],
  form: Submission,
  preview: { lines: string[]; seal: string },
  changed: string | undefined,
) {
  return refuseForm<PreviewedChange>(context, form, {
    status: changed === undefined ? 200 : 409,
    ...(changed !== undefined && { errors: { "": changed } }),
    also: { preview },
  });
}
