// # A calendar for the wall
//
// `java.time` knows a lot about dates. All of it here is about fixed days,
// so that today looks like yesterday.

import java.time.*;
import java.time.format.DateTimeFormatter;
import java.time.temporal.*;

// ## Between two days

LocalDate moon = LocalDate.of(1969, 7, 20)
LocalDate rover = LocalDate.of(2012, Month.AUGUST, 6)
Period between = Period.between(moon, rover)
ChronoUnit.DAYS.between(moon, rover)
moon.getDayOfWeek() + ", " + rover.getDayOfWeek()

// A month after the end of January is the end of February, whatever year it is.

LocalDate.of(2023, 1, 31).plusMonths(1)
LocalDate.of(2024, 1, 31).plusMonths(1)
Year.of(1900).isLeap()

LocalDate.of(2023, 2, 29)   // throws DateTimeException

LocalDate.parse("1.2.2023")   // throws DateTimeParseException

// ## One month on paper

String page(YearMonth month) {
  var text = new StringBuilder();
  text.append(center(month.format(DateTimeFormatter.ofPattern("MM / yyyy")), 20)).append('\n');
  text.append("Mo Tu We Th Fr Sa Su\n");
  text.append("   ".repeat(month.atDay(1).getDayOfWeek().getValue() - 1));
  for (int day = 1; day <= month.lengthOfMonth(); day++) {
    text.append("%2d".formatted(day));
    boolean sunday = month.atDay(day).getDayOfWeek() == DayOfWeek.SUNDAY;
    text.append(sunday || day == month.lengthOfMonth() ? "\n" : " ");
  }
  return text.toString();
}

String center(String text, int width) {
  return " ".repeat((width - text.length()) / 2) + text;
}

System.out.println(page(YearMonth.of(2024, 2)));
System.out.println(page(YearMonth.of(2024, 9)));

// ## Days off

LocalDate easter(int year) {
  int a = year % 19, b = year / 100, c = year % 100;
  int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return LocalDate.of(year, f / 31, f % 31 + 1);
}

easter(2024)
easter(1818)
IntStream.range(2000, 2100).mapToObj(y -> easter(y)).map(MonthDay::from).max(Comparator.naturalOrder()).get()

TreeMap<LocalDate, String> holidays(int year) {
  var days = new TreeMap<LocalDate, String>();
  days.put(LocalDate.of(year, 1, 1), "New Year");
  days.put(easter(year).minusDays(2), "Good Friday");
  days.put(easter(year).plusDays(1), "Easter Monday");
  days.put(LocalDate.of(year, 5, 1), "Labour Day");
  days.put(LocalDate.of(year, 11, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)), "First Monday");
  days.put(LocalDate.of(year, 12, 25), "Christmas");
  return days;
}

holidays(2024).forEach((day, name) -> System.out.println(day + "  " + name));

// ## When is it done?
//
// Working days are those that are neither weekends nor holidays.

boolean working(LocalDate day) {
  return switch (day.getDayOfWeek()) {
    case SATURDAY, SUNDAY -> false;
    default -> !holidays(day.getYear()).containsKey(day);
  };
}

LocalDate plusWorkingDays(LocalDate start, int days) {
  LocalDate day = start;
  while (days > 0) {
    day = day.plusDays(1);
    if (working(day)) days--;
  }
  return day;
}

plusWorkingDays(LocalDate.of(2024, 3, 27), 3)
plusWorkingDays(LocalDate.of(2024, 12, 20), 10)
LocalDate.of(2024, 1, 1).datesUntil(LocalDate.of(2025, 1, 1)).filter(day -> working(day)).count()

// ## Clocks
//
// A meeting at nine in Berlin, on the day when Europe's clocks had already changed.

ZonedDateTime meeting = ZonedDateTime.of(2024, 3, 31, 9, 0, 0, 0, ZoneId.of("Europe/Berlin"));
meeting.minusDays(1).toOffsetDateTime()
meeting.withZoneSameInstant(ZoneId.of("America/New_York")).toLocalTime()
Duration.between(meeting.minusDays(1), meeting)
Duration.ofMinutes(1234).toHours() + " h " + Duration.ofMinutes(1234).toMinutesPart() + " min"
meeting.toInstant().getEpochSecond()
