export type CallNotice = { words: string; href: string; link: string };

/** What about a call waits for somebody, each with the way to it. */
export function CallNotices({ notices }: { notices: CallNotice[] }) {
  return notices.map(({ words, href, link }) => (
    <div className="govuk-inset-text" key={href + link}>
      <p className="govuk-body">{words}</p>
      <a className="govuk-link" href={href}>
        {link}
      </a>
    </div>
  ));
}
