// Values as releases until November 2026 sealed them: bound to their column, or to their job, only.
import { createCipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

export function sealedBefore(key: Uint8Array, purpose: string, text: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(12);
  const secret = Buffer.from(hkdfSync('sha256', key, '', 'madoguchi seal', 32));
  const cipher = createCipheriv('aes-256-gcm', secret, iv, { authTagLength: 16 });
  cipher.setAAD(Buffer.from(purpose));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const id = createHash('sha256').update(key).digest().subarray(0, 8);
  return new Uint8Array(Buffer.concat([id, iv, cipher.getAuthTag(), ciphertext]));
}
