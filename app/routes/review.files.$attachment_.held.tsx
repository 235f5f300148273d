import {
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findFileForStaff } from "#app/domain/responses/response-files.server.ts";
import { readFilePart } from "#app/http/request/attachment-response.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { onlyForLeads } from "#app/screens/review/withheld-file.ts";
import { describeHeldFile } from "#app/screens/review/held-file.ts";
import { Button } from "#app/ui/button.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction = () => [{ title: "Download a file – Heard" }];

/** Stands between staff and a file that no scanner has called clean. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "open-files");
  const file = await findFileForStaff(context.db, {
    publicId: params.attachment ?? "",
    viewer,
  });
  if (!file) throw data("There is no such file", { status: 404 });
  if (file.isWithheld) throw data(onlyForLeads, { status: 403 });
  return describeHeldFile(file, readFilePart(request));
}

export default function HeldFile() {
  const file = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={file.backTo}>Back to the response</BackLink>
      <TwoThirds>
        <h1 className="govuk-heading-l">{file.heading}</h1>
        <p className="govuk-body">
          {file.name} ({file.facts})
        </p>
        {file.lines.map((line) => (
          <p className="govuk-body" key={line}>
            {line}
          </p>
        ))}
        {file.download === "freely" && (
          <a className="govuk-link" href={file.address}>
            Download {file.name}
          </a>
        )}
        {file.download === "warned" && <OpenUnscanned address={file.address} />}
      </TwoThirds>
    </>
  );
}

/** A plain form: the answer is a download, which Remix's own form cannot take. */
function OpenUnscanned({ address }: { address: string }) {
  return (
    <form method="post" action={address}>
      <p className="govuk-body">
        It may hold a virus. Download it only on a device with its own virus
        protection. That you downloaded it is written in the history.
      </p>
      <Button kind="warning">Download without a scan</Button>
    </form>
  );
}
