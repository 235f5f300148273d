import { StatusTag } from "../page-parts.tsx";

type Listed = {
  slug: string;
  name: string;
  address: string;
  href: string;
  standing: string;
  mark: string | undefined;
};

/** Pages by their names, each with where it stands. */
export function PageList({ pages }: { pages: Listed[] }) {
  return (
    <ul className="heard-ordered">
      {pages.map(({ slug, name, address, href, standing, mark }) => (
        <li className="heard-ordered__item" key={slug}>
          <div className="heard-ordered__words">
            <a className="govuk-link" href={href}>
              {name}
            </a>
            <span className="heard-ordered__facts">
              {address} · {standing}
            </span>
          </div>
          {mark && (
            <div className="heard-ordered__mark">
              <StatusTag colour="blue">{mark}</StatusTag>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
