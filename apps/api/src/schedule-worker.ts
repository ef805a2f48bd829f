import './fairs/schedules/schedule-worker';
