import type { Schedule } from './schedule.ts';

/** Schedules that once went wrong, as small as they could be made, each with what was wrong. */
export const corpus: readonly { told: string; schedule: Schedule }[] = [
  {
    told: 'what was sent while the clock was a year ahead stayed laid over what the server showed',
    schedule: {
      phones: ['lan', 'tu'],
      steps: [
        ['skew', 0, 2, 0],
        ['visit', 0, 0, 0],
        ['sync', 0, 6, 0],
        ['skew', 0, 0, 0],
      ],
    },
  },
  {
    told: 'the list of a hamlet without households waited for households for ever',
    schedule: {
      phones: ['lan', 'sau'],
      steps: [
        ['move', 0, 5, 0],
        ['grant_role', 1, 2, 1],
      ],
    },
  },
  {
    told: 'who became the head of a hamlet kept the figures that the server had counted before',
    schedule: { phones: ['binh', 'sau'], steps: [['grant_role', 0, 1, 2]] },
  },
  {
    told: 'a visit was refused for a person who is a double in a household that was merged, twice over, back into the hamlet',
    schedule: {
      phones: ['tu', 'sau'],
      steps: [
        ['split', 0, 0, 3],
        ['visit', 0, 0, 0],
        ['merge', 0, 0, 5],
        ['merge', 0, 5, 0],
        ['unmerge_people', 0, 0, 0],
      ],
    },
  },
  {
    told: 'an account that was shut a second time was shut since then only',
    schedule: {
      phones: ['lan', 'tu'],
      steps: [
        ['disable', 1, 0, 0],
        ['nobody', 1, 0, 0],
        ['sync', 1, 0, 0],
        ['disable', 1, 0, 0],
        ['sync', 0, 0, 0],
      ],
    },
  },
  {
    told: 'a phone of a shut account was to forget what a restored server had not answered yet',
    schedule: {
      phones: ['tu', 'sau'],
      steps: [
        ['carry_over', 3, 0, 0],
        ['disable', 3, 0, 0],
        ['copy', 0, 0, 0],
        ['restore', 0, 0, 0],
        ['visit', 0, 0, 0],
      ],
    },
  },
];
