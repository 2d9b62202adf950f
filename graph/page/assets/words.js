// How figures, dates and states of claims are said in plain words.
export const words = (() => {
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

  const KINDS = {
    country: "Country",
    organization: "Organization",
    armed_group: "Armed group",
    agency: "Agency",
    person: "Person",
    outlet: "Outlet",
    company: "Company",
    people: "People",
  };
  const GROUPS = {
    cooperation: "Cooperation",
    conflict: "Conflict",
    neutral: "Neutral acts",
    standing: "Affiliation",
  };
  const STATUSES = {
    asserted: "Said to be so",
    negated: "Said not to be so",
    planned: "Planned",
    wished: "Wished for",
    hypothetical: "Only possible",
  };
  const SHORT = { negated: "not so", planned: "planned", wished: "wished for", hypothetical: "possible" };

  const count = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

  function date(iso) {
    const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(iso);
    if (!found) return iso;
    const month = MONTHS[Number(found[2]) - 1];
    return [found[3] && Number(found[3]), month, found[1]].filter(Boolean).join(" ");
  }

  function period(first, last) {
    if (!first) return "date unknown";
    return first === last ? date(first) : `${date(first)} – ${date(last)}`;
  }

  const ACTS = { verbal: "Words: statements, talks, threats", material: "Deeds: aid, arms, force" };

  // Letters without their marks and dots, so that "Erdogan" finds "Erdoğan" and "U.S." finds "US".
  const plain = (text) =>
    text
      .normalize("NFD")
      .replace(/[\p{M}.]/gu, "")
      .toLocaleLowerCase()
      .trim();

  const percent = (share) => `${Math.round(share * 100)}%`;

  return { ACTS, KINDS, GROUPS, STATUSES, SHORT, count, date, period, percent, plain };
})();
