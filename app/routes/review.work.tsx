import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { workAddress } from "#app/addresses.ts";
import { selectUnfinishedImports } from "#app/domain/imports/unfinished-imports.server.ts";
import type { JobKind } from "#app/domain/jobs/jobs.ts";
import {
  retryFailedJob,
  selectJobOverview,
} from "#app/domain/jobs/jobs.server.ts";
import { selectWaitingMails } from "#app/domain/mail/mail.server.ts";
import type { ProxyDoubt } from "#app/http/request/context.server.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { describeUnfinishedImport } from "#app/screens/review/unfinished-imports.ts";
import { describeWaitingMails } from "#app/screens/review/waiting-mails.ts";
import { FlashBanner } from "#app/ui/review/flash-banner.tsx";
import { FailedJobs } from "#app/ui/review/failed-jobs.tsx";
import { WaitingMails } from "#app/ui/review/waiting-mails.tsx";
import { JobCounts } from "#app/ui/review/job-counts.tsx";

/** A kind of an older release, which nothing works at any more, goes by its own name. */
const kindLabels: Record<JobKind, string> & Partial<Record<string, string>> = {
  "attachment.check": "Looking into a file for which there was no time",
  "attachment.scan": "Virus scan of a file",
  "attachment.extract-text": "Reading the text of a file",
  "attachment.recognise": "Reading the text in a picture of a page",
  "attachment.copy": "Making a copy of a file without hidden data",
  "bulk.run": "Changing many responses at once",
  "call.publish": "Publishing a call at its set time",
  "call.tell": "Telling colleagues of a call",
  "import.work": "Checking or importing a table",
  "project.work": "Bringing in a coded project",
  "export.make": "Making a file of responses",
  "mail.send": "Sending a mail",
  "response.index": "Making a response searchable",
  "responses.due": "Saying anew by when responses are to be dealt with",
  "safeguarding.remind": "Reminding colleagues of a safeguarding concern",
  "safeguarding.tell": "Telling colleagues of a safeguarding concern",
  "team.tell-handed-over": "Telling somebody what was handed over to them",
};

const proxyNotices: Record<ProxyDoubt, string> = {
  "not-trusted":
    "Requests reach this server through a proxy, but TRUSTED_PROXY_HOPS is 0: everybody counts as one network, and may be asked to wait for the others. Ask whoever runs the server to set it.",
  "not-named":
    "TRUSTED_PROXY_HOPS is set, but the proxy does not say where requests come from: everybody counts as one network, and may be asked to wait for the others. Ask whoever runs the server to let the proxy set X-Forwarded-For.",
};

export const meta: MetaFunction = () => [{ title: "Work – Heard" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "oversee-work");
  const { waiting, running, done, failed } = await selectJobOverview(
    context.db,
  );
  const unfinished = await selectUnfinishedImports(context.db);
  const mails = await selectWaitingMails(context.db);
  return {
    notices: [
      ...(context.proxyDoubt ? [proxyNotices[context.proxyDoubt]] : []),
      ...unfinished.map(describeUnfinishedImport),
    ],
    counts: [
      { label: "Waiting", count: waiting },
      { label: "Running", count: running },
      { label: "Failed", count: failed.length },
      { label: "Done", count: done },
    ],
    mails: describeWaitingMails(mails, {
      canSend: context.env.mail !== undefined,
    }),
    failed: failed.map((job) => ({
      id: job.id,
      label: kindLabels[job.kind] ?? job.kind,
      since: formatMoment(job.createdAt),
      attempts: job.attempts,
      lastError: job.lastError ?? "unknown",
    })),
  };
}

const known = knownFields(undefined, "jobId");

export async function action({ request, context }: ActionFunctionArgs) {
  await requireStaff(request, context, "oversee-work");
  const { fields } = await readForm({ request, context }, known);
  const id = readWholeNumber(sentField(fields, "jobId"));
  if (id === undefined) throw data(null, { status: 400 });
  const isRetried = await retryFailedJob(context.db, {
    id,
    now: context.now(),
  });
  return redirectWithFlash(context, workAddress, {
    kind: isRetried ? "success" : "notice",
    text: isRetried
      ? "The work is back in line and will be tried again."
      : "This work is not marked as failed any more.",
  });
}

export default function Work() {
  const { counts, failed, mails, notices } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">Work in the background</h1>
      <p className="govuk-body">
        Files are scanned and read, responses made searchable and mail sent
        after they have come in. What fails is tried again by itself; what keeps
        failing is listed here.
      </p>
      {notices.map((notice) => (
        <FlashBanner key={notice} kind="notice">
          {notice}
        </FlashBanner>
      ))}
      <JobCounts counts={counts} />
      <h2 className="govuk-heading-m">Failed</h2>
      <FailedJobs jobs={failed} />
      <WaitingMails mails={mails} />
    </>
  );
}
