/** The first tags by who speaks as fields of a colour; the table under it has all of them. */
export function TagPicture({ picture }: { picture: string }) {
  return (
    <img
      className="heard-ledger-volume"
      src={picture}
      width={720}
      alt="Tags by who speaks: the darker a field, the larger the share of those respondents whose response has the tag. The table below has the numbers."
    />
  );
}
