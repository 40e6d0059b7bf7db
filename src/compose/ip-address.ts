/** Which texts are IP addresses, by the rules of Go's `net.ParseIP`: no zones, no leading zeros in IPv4. */

export function isIpAddress(text: string): boolean {
  return text.includes(':') ? isIpv6(text) : isIpv4(text);
}

function isIpv4(text: string): boolean {
  const parts = text.split('.', 5);
  return parts.length === 4 && parts.every((part) => /^(0|[1-9][0-9]{0,2})$/.test(part) && Number(part) <= 255);
}

function isIpv6(text: string): boolean {
  const halves = text.split('::', 3);
  if (halves.length > 2) return false;
  const [head = '', tail] = halves;
  if (tail === undefined) return groups(head, true) === 8;
  const count = groups(head, false) + groups(tail, true);
  return count <= 7;
}

/** How many of the eight groups a colon-separated text fills; infinite where it is malformed. */
function groups(text: string, mayEndInIpv4: boolean): number {
  if (text === '') return 0;
  const parts = text.split(':', 9);
  const last = parts.at(-1) ?? '';
  const embedded = mayEndInIpv4 && last.includes('.');
  const words = embedded ? parts.slice(0, -1) : parts;
  if (embedded && !isIpv4(last)) return Number.POSITIVE_INFINITY;
  if (!words.every((word) => /^[0-9a-fA-F]{1,4}$/.test(word))) return Number.POSITIVE_INFINITY;
  return words.length + (embedded ? 2 : 0);
}
