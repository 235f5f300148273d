import type { CallNotice } from "./call-notices.tsx";

/** What waits for whoever reads, above their work; nothing where nothing does. */
export function WaitingCalls({ notices }: { notices: CallNotice[] }) {
  if (notices.length === 0) return null;
  return (
    <section className="heard-waiting" aria-labelledby="waits-for-you">
      <h2 className="govuk-heading-s heard-waiting__heading" id="waits-for-you">
        Waits for you
      </h2>
      <ul className="govuk-list heard-waiting__list">
        {notices.map(({ words, href, link }) => (
          <li key={href + link + words}>
            {words}{" "}
            <a className="govuk-link" href={href}>
              {link}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
