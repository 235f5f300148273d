type StateLinksProps = {
  links: {
    /** What its number is called by a script that keeps it as it is now. */
    name?: string;
    label: string;
    /** Left out where there are too many to be counted. */
    count: string | undefined;
    href: string;
    isCurrent: boolean;
    /** What somebody must look at first. */
    isUrgent?: boolean;
  }[];
};

/** How many stand where, each a way into that list. */
export function StateLinks({ links }: StateLinksProps) {
  return (
    <nav aria-label="States" className="heard-states">
      <ul className="heard-states__list">
        {links.map((link) => (
          <li key={link.label}>
            <a
              className={
                link.isUrgent
                  ? "heard-states__link heard-states__link--urgent"
                  : "heard-states__link"
              }
              href={link.href}
              aria-current={link.isCurrent ? "page" : undefined}
            >
              {link.label}
              {link.count && (
                <>
                  {" "}
                  <span
                    className="heard-states__count"
                    data-heard-number={link.name}
                  >
                    {link.count}
                  </span>
                </>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
