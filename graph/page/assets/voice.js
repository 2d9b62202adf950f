import { data } from "./data.js";
import { sieve } from "./sieve.js";

// An accusation is no fact: a tie is only alleged where each sentence that is shown for it is hedged, or is somebody's word.
export const voice = (() => {
  const hearsay = (claim) => claim.hedged || Boolean(claim.claimant);

  function alleged(line) {
    const claims = sieve.of(line);
    return line.tie && claims.length > 0 && claims.every(hearsay);
  }

  const phrase = (line) => data.phrase(line) + (alleged(line) ? " (alleged)" : "");

  return { hearsay, alleged, phrase };
})();
