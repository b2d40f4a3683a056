/** A title inside a sentence: "Rà soát thiết bị" as "rà soát thiết bị"; what begins with an abbreviation stays: "VNeID", "UBND xã". */
export function inSentence(title: string): string {
  return /^\p{Lu}\p{Lu}/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}
