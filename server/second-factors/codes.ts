import { Secret, TOTP } from 'otpauth';

const SECRET_BYTES = 20;
const PERIOD_S = 30;
/** A device's clock may be off by so many codes, either way. */
const STEPS_OFF = 1;

function deviceOf(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Affiliate operations', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD_S });
}

/** 160 random bits, in base 32. */
export function randomDeviceSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** `otpauth://…`, for a QR code. */
export function deviceUri(secret: string, email: string): string {
  return deviceOf(secret, email).toString();
}

/** Of which step of the clock a code is, counted in periods of 30 s; null: of none that is near enough. */
export function stepOfCode(secret: string, code: string, at: number): number | null {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const off = deviceOf(secret).validate({ token, timestamp: at, window: STEPS_OFF });
  return off === null ? null : Math.floor(at / (PERIOD_S * 1000)) + off;
}
