// Runs once before all tests. The browser is unpacked when it is first asked for: two workers that ask at once would start
// what is still being written.
import chromiumFiles from '@sparticuz/chromium';

export default async function setup(): Promise<void> {
  await chromiumFiles.executablePath();
}
