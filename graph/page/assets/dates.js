// Dates of the precision that is known: "2019" lies anywhere in that year, so it is an interval of days.
export const dates = (() => {
  // Of what happened so many of a hundred may lie before the time that is shown step by step.
  const BEFORE = 10;

  function interval(iso) {
    const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso || "");
    if (!found) return null;
    const [, year, month, day] = found;
    return { first: `${year}-${month || "01"}-${day || "01"}`, last: `${year}-${month || "12"}-${day || "31"}` };
  }

  // Steps of a timeline that has at most about sixty: days, months or years, also those in which nothing happened.
  // A few acts of long ago have a step for each of their years before these, so that they do not press the others together.
  function steps(intervals) {
    if (!intervals.length) return [];
    const days = intervals.map((each) => each.first).sort();
    const last = days[days.length - 1];
    const even = uniform(days[0], last);
    const start = days[Math.floor((days.length * BEFORE) / 100)];
    const fine = uniform(start, last);
    if (fine[0].length <= even[0].length) return even;
    const from = interval(fine[0]).first;
    const past = days.filter((day) => day < from).map((day) => stepBefore(day, from));
    return [...new Set(past), ...fine];
  }

  // What holds a day and ends before another: its year, else its month, else itself.
  const stepBefore = (day, from) => [day.slice(0, 4), day.slice(0, 7), day].find((step) => interval(step).last < from);

  function uniform(first, last) {
    const months = monthsBetween(first, last);
    if (months > 60) return years(first, last);
    return months > 2 ? everyMonth(first, months) : everyDay(first, last);
  }

  const monthsBetween = (first, last) =>
    (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(last.slice(5, 7)) - Number(first.slice(5, 7));

  function years(first, last) {
    const from = Number(first.slice(0, 4));
    return Array.from({ length: Number(last.slice(0, 4)) - from + 1 }, (_, at) => String(from + at).padStart(4, "0"));
  }

  function everyMonth(first, months) {
    const from = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1;
    return Array.from({ length: months + 1 }, (_, at) => {
      const month = from + at;
      return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
    });
  }

  function everyDay(first, last) {
    const found = [];
    for (let day = Date.parse(first); day <= Date.parse(last); day += 86400000)
      found.push(new Date(day).toISOString().slice(0, 10));
    return found;
  }

  return { interval, steps };
})();
