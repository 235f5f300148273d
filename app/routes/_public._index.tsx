import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { callAvailability } from "#app/domain/calls/calls.ts";
import { selectPublicCalls } from "#app/domain/calls/calls.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.reviewName },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const calls = await selectPublicCalls(context.db);
  return {
    reviewName: context.env.reviewName,
    calls: calls.map((call) => ({
      slug: call.slug,
      title: inLanguage(call.definition.title, "en"),
      summary: inLanguage(call.definition.summary, "en"),
      availability: callAvailability(call, context.now()),
    })),
  };
}

export default function Home() {
  const { reviewName, calls } = useLoaderData<typeof loader>();
  return (
    <main className="govuk-main-wrapper" id="main-content">
      <h1 className="govuk-heading-xl">{reviewName}</h1>
      <ul className="heard-call-list">
        {calls.map((call) => (
          <li className="heard-call" key={call.slug}>
            <h2 className="govuk-heading-m">
              <a className="govuk-link" href={`/calls/${call.slug}`}>
                {call.title}
              </a>
            </h2>
            <p className="govuk-body">{call.summary}</p>
          </li>
        ))}
      </ul>
    </main>
  );
}
