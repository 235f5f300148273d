import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readReport } from "#app/domain/bulk/actions.server.ts";
import {
  beginBulk,
  cancelBulk,
  undoBulk,
} from "#app/domain/bulk/begin.server.ts";
import {
  selectPreviewed,
  takeOffPreview,
} from "#app/domain/bulk/taking-off.server.ts";
import { doSchema } from "#app/domain/bulk/bulk.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { bulkNames } from "#app/http/request/bulk-names.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { parseForm } from "#app/http/request/refused-form.server.ts";
import { bulkActionAddress, bulkAddress } from "#app/queue-addresses.ts";
import { describePreviewed } from "#app/screens/review/bulk-preview.ts";
import { bulkRefusals, describeReport } from "#app/screens/review/bulk.ts";
import { PreviewedItems } from "#app/ui/review/previewed-items.tsx";
import { BackLink } from "#app/ui/page-parts.tsx";
import { BulkReport } from "#app/ui/review/bulk-report.tsx";
import { useReload } from "#app/ui/review/use-reload.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

/** What an action on many responses would come to, how far it is, or what came of it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "act-in-bulk");
  const { db } = context;
  const [actionId, now] = [readWholeNumber(params.action) ?? 0, context.now()];
  const report = await readReport(db, { actionId, viewer, now });
  if (!report) throw data(null, { status: 404 });
  const names = await bulkNames(db);
  const { staffId } = viewer;
  const screen = describeReport(report, { staffId, names, now });
  const { standing, madeBy } = report.action;
  const isOpen = standing === "previewed" && madeBy === staffId;
  const page = pageOf(request);
  const responses = isOpen
    ? await selectPreviewed(db, { actionId, viewer, page, now })
    : [];
  return {
    previewed: describePreviewed(report, { responses, page }),
    title: staffPageTitle(context, screen.title),
    screen,
  };
}

const pageOf = (request: Request) =>
  Math.max(
    1,
    readWholeNumber(new URL(request.url).searchParams.get("page")) ?? 1,
  );

const known = knownFields(doSchema);

const steps = { begin: beginBulk, cancel: cancelBulk, undo: undoBulk };

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context, "act-in-bulk");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, doSchema);
  if (submission.status !== "success") throw data(null, { status: 400 });
  const actionId = readWholeNumber(params.action) ?? 0;
  const { intent, references = [] } = submission.value;
  const doing = { actionId, actor, now: context.now() };
  const page = pageOf(request);
  const taken =
    intent === "take-off"
      ? await takeOffPreview(context.db, { ...doing, references, page })
      : await steps[intent](context.db, doing);
  const here = bulkActionAddress(actionId);
  if (taken.ok) return redirect(here, 303);
  if (taken.reason === "not-found") throw data(null, { status: 404 });
  return redirectWithFlash(context, here, {
    kind: "notice",
    text: bulkRefusals[taken.reason],
  });
}

export const handle = { hydrates: true };

export default function BulkAction() {
  const { screen, previewed } = useLoaderData<typeof loader>();
  useReload(screen.isRunning);
  return (
    <>
      <BackLink to={bulkAddress()}>Done to many responses</BackLink>
      <h1 className="govuk-heading-l">{screen.deed}</h1>
      <BulkReport {...screen} />
      <PreviewedItems {...previewed} />
    </>
  );
}
