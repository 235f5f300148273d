import {
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { fileAddress, responseAddress } from "#app/addresses.ts";
import {
  describeByteSize,
  type ScanState,
} from "#app/domain/attachments/attachments.ts";
import { findFileForStaff } from "#app/domain/responses/response-files.server.ts";
import { type FileFlag, isReasonToHold } from "#app/domain/files/findings.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { Button } from "#app/ui/button.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction = () => [{ title: "Download a file – Heard" }];

/** Stands between staff and a file that no scanner has called clean. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "open-files");
  const attachment = await findFileForStaff(context.db, {
    publicId: params.attachment ?? "",
    viewer,
  });
  if (!attachment) throw data("There is no such file", { status: 404 });
  const { publicId, reference, name, typeLabel, byteSize } = attachment;
  const { scanState, scanDetail } = attachment;
  const heldFor = attachment.flags.find(isReasonToHold);
  return {
    publicId,
    reference,
    name,
    typeLabel,
    byteSize,
    scanState,
    scanDetail,
    heldFor: heldFor && heldReasons[heldFor],
  };
}

export default function HeldFile() {
  const file = useLoaderData<typeof loader>();
  const isInfected = file.scanState === "infected";
  return (
    <>
      <BackLink to={responseAddress(file.reference)}>
        Back to the response
      </BackLink>
      <TwoThirds>
        <h1 className="govuk-heading-l">{headingFor(file)}</h1>
        <p className="govuk-body">
          {file.name} ({file.typeLabel}, {describeByteSize(file.byteSize)})
        </p>
        <p className="govuk-body">{reasonFor(file)}</p>
        {file.heldFor && <p className="govuk-body">{file.heldFor.words}</p>}
        {file.scanState === "clean" && !file.heldFor ? (
          <a className="govuk-link" href={fileAddress(file.publicId)}>
            Download {file.name}
          </a>
        ) : (
          !isInfected && <OpenUnscanned publicId={file.publicId} />
        )}
      </TwoThirds>
    </>
  );
}

/** A plain form: the answer is a download, which Remix's own form cannot take. */
function OpenUnscanned({ publicId }: { publicId: string }) {
  return (
    <form method="post" action={fileAddress(publicId)}>
      <p className="govuk-body">
        It may hold a virus. Download it only on a device with its own virus
        protection. That you downloaded it is written in the history.
      </p>
      <Button kind="warning">Download without a scan</Button>
    </form>
  );
}

type HeldReason = { heading: string; words: string };

const heldReasons: Partial<Record<FileFlag, HeldReason>> = {
  "not-checked": {
    heading: "This file has not been checked",
    words:
      "Heard had no time to look into it yet, so it may hold macros, other files or hidden text that nothing warns of.",
  },
  "not-acceptable": {
    heading: "This file is of a kind that is not taken",
    words:
      "Heard looked into it after it was sent. When it came it would have been refused: it may hold macros or other files, be two files in one, or be damaged.",
  },
};

function headingFor(file: {
  scanState: ScanState;
  heldFor?: HeldReason | undefined;
}) {
  return (
    (file.scanState === "clean" ? file.heldFor?.heading : undefined) ??
    headings[file.scanState]
  );
}

const headings: Record<ScanState, string> = {
  clean: "This file has been scanned",
  infected: "This file cannot be opened",
  waiting: "This file has not been scanned yet",
  "not-scanned": "This file has not been scanned",
};

const reasons: Record<string, string> = {
  "no-scanner": "No virus scanner is set up for this review.",
  "over-limit": "The virus scanner does not read files of this size.",
  unreachable:
    "The virus scanner did not answer. Heard tries again by itself, so it may be scanned in a few minutes.",
  "unexpected-reply":
    "The virus scanner gave no clear answer. Heard tries again by itself, so it may be scanned in a few minutes.",
};

function reasonFor(file: { scanState: ScanState; scanDetail: string | null }) {
  if (file.scanState === "clean")
    return "It has been scanned since, and nothing was found.";
  if (file.scanState === "infected")
    return `The virus scanner found ${file.scanDetail ?? "something harmful"} in it.`;
  if (file.scanState === "waiting")
    return "It is waiting for the virus scanner. Try again in a minute.";
  return reasons[file.scanDetail ?? ""] ?? "The virus scanner has not read it.";
}
