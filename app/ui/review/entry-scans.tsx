import type { ReactNode } from "react";

export type ScanBeside = {
  name: string;
  /** Undefined where it is withheld from its reader. */
  href: string | undefined;
  pictures: ScanPicture[];
  /** What is to be said of its pages; empty where they are all there, or it has none. */
  note: string;
};

type ScanPicture = {
  src: string;
  alt: string;
  /** "Page 2 of 5"; empty where it is the scan itself. */
  page: string;
};

type BesideScansProps = { scans: ScanBeside[]; children: ReactNode };

/** What was keyed in, beside what it was keyed in from. */
export function BesideScans({ scans, children }: BesideScansProps) {
  const hasPicture = scans.some(({ pictures }) => pictures.length > 0);
  return (
    <div className={hasPicture ? "heard-entry__beside" : undefined}>
      <EntryScans scans={scans} />
      {children}
    </div>
  );
}

function EntryScans({ scans }: Pick<BesideScansProps, "scans">) {
  // Several would not fit on a screen, so the last of them could not be reached.
  const isOne = scans.length === 1 && scans[0]?.pictures[0]?.page;
  return (
    <section className={isOne ? "heard-entry__only-scan" : undefined}>
      <h2 className="govuk-heading-m">Scans</h2>
      {scans.length === 0 ? (
        <p className="govuk-body">There is no scan of it.</p>
      ) : (
        <ul className="govuk-list">
          {scans.map((scan, at) => (
            <li key={scan.href ?? at}>
              <ScanLink {...scan} />
              {scan.note && <p className="govuk-body">{scan.note}</p>}
              <ScanPictures {...scan} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ScanLink({ name, href }: ScanBeside) {
  if (!href) return name;
  return (
    <a className="govuk-link" href={href} target="_blank" rel="noreferrer">
      <bdi>{name}</bdi> (opens in a new tab)
    </a>
  );
}

/** A photo as it is; pages one below the other, in a box that scrolls by itself. */
function ScanPictures({ name, pictures }: ScanBeside) {
  const [first] = pictures;
  if (!first) return null;
  if (first.page === "")
    return (
      <img className="heard-entry__scan" src={first.src} alt={first.alt} />
    );
  return (
    <div
      className="heard-scan-pages"
      role="region"
      aria-label={`Pages of ${name}`}
      // Whoever has no mouse scrolls it by keys.
      tabIndex={0}
    >
      {pictures.map((picture) => (
        <ScanPage key={picture.src} {...picture} />
      ))}
    </div>
  );
}

function ScanPage({ src, alt, page }: ScanPicture) {
  return (
    <div className="heard-scan-pages__page">
      <p className="heard-scan-pages__number" aria-hidden="true">
        {page}
      </p>
      <a className="govuk-link" href={src} target="_blank" rel="noreferrer">
        <img
          className="heard-scan-pages__picture"
          src={src}
          alt={`${alt} (opens in a new tab)`}
          loading="lazy"
        />
      </a>
    </div>
  );
}
