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

/** The 32 or 128 bits of an address, in brackets or not, as zeros and ones; `undefined` for what is none. */
export function addressBits(written: string): string | undefined {
  const text = written.replace(/^\[|\]$/g, '');
  if (!isIpAddress(text)) return undefined;
  if (!text.includes(':')) return bits(text.split('.').map(Number), 8);
  const [head = [], tail] = text.split('::').map(words);
  if (tail === undefined) return bits(head, 16);
  return bits([...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail], 16);
}

/** The groups of an IPv6 address, of which the last two may be written as IPv4. */
function words(text: string): readonly number[] {
  return text === ''
    ? []
    : text.split(':').flatMap((word) => {
        if (!word.includes('.')) return [Number.parseInt(word, 16)];
        const [a = 0, b = 0, c = 0, d = 0] = word.split('.').map(Number);
        return [a * 256 + b, c * 256 + d];
      });
}

function bits(numbers: readonly number[], width: number): string {
  return numbers.map((number) => number.toString(2).padStart(width, '0')).join('');
}
