// Dates as people say them. ISO dates come in as text and are never reinterpreted: no time zone
// can move a day.

import { isoDate } from './record/names';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

interface Day {
  year: number;
  month: number;
  day: number;
}

function dayOf(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text.trim());
  if (!match) return null;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  return month >= 1 && month <= 12 ? { year, month, day } : null;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
function dayNumber({ year, month, day }: Day): number {
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
}

const TIME = /^[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$/i;

/** Whether it is a day there is in the calendar, alone or with a time as in RFC 3339. */
export function isDateOrTime(text: string): boolean {
  const [date, time] = [text.trim().slice(0, 10), text.trim().slice(10)];
  return isoDate(date) !== null && (time === '' || TIME.test(time));
}

/** "20 November 2026"; what is not a date is given back as it is. */
export function longDate(text: string): string {
  const day = dayOf(text);
  return day ? `${day.day} ${MONTHS[day.month - 1]} ${day.year}` : text;
}

/** "Today", "Yesterday", "19 Nov", "19 Nov 2025" seen from `today`. */
export function shortDate(text: string, today: string): string {
  const day = dayOf(text);
  const now = dayOf(today);
  if (!day || !now) return text;
  const ago = dayNumber(now) - dayNumber(day);
  if (ago === 0) return 'Today';
  if (ago === 1) return 'Yesterday';
  const short = `${day.day} ${(MONTHS[day.month - 1] ?? '').slice(0, 3)}`;
  return day.year === now.year ? short : `${short} ${day.year}`;
}

/** The ISO day so many days after another, before it if negative; what is not a date stays as it is. */
export function daysAfter(text: string, days: number): string {
  const day = dayOf(text);
  if (!day) return text;
  const moved = new Date((dayNumber(day) + days) * 86_400_000);
  return moved.toISOString().slice(0, 10);
}

/** "12 days ago", "yesterday", "today", "tomorrow", "in 3 days" seen from `today`; '' if no date. */
export function howLongAgo(text: string, today: string): string {
  const day = dayOf(text);
  const now = dayOf(today);
  if (!day || !now) return '';
  const ago = dayNumber(now) - dayNumber(day);
  if (Math.abs(ago) <= 1) return ['tomorrow', 'today', 'yesterday'][ago + 1] ?? '';
  return ago > 0 ? `${ago} days ago` : `in ${-ago} days`;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

/** The local day of a moment, as an ISO date. */
export function isoDay(moment: Date): string {
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
}

/** The local time of a moment in milliseconds, "14:02". */
export function timeOfDay(at: number): string {
  const date = new Date(at);
  return `${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** With seconds, "14:02:09": for moments that lie close together. */
export function timeToTheSecond(at: number): string {
  return `${timeOfDay(at)}:${pad(new Date(at).getSeconds())}`;
}

/** "June" for 6. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}
