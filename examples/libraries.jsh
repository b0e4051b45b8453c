///usr/bin/env jbang "$0" "$@" ; exit $?
//DEPS com.google.code.gson:gson:2.11.0
//DEPS org.apache.commons:commons-lang3:3.17.0
//DEPS org.knowm.xchart:xchart:3.8.8

// # Libraries
// `//DEPS` above asks for three libraries of Maven Central, as with JBang. Change a version: what
// uses that library runs again, and nothing else.

import com.google.gson.*;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.time.DurationFormatUtils;
import org.knowm.xchart.*;

// ## JSON, read and written

record City(String name, double lat, double lon, int population) {}

String json = """
    [{"name": "Paris",  "lat": 48.86, "lon": 2.35,   "population": 2103000},
     {"name": "Lima",   "lat": -12.05, "lon": -77.04, "population": 10093000},
     {"name": "Nairobi", "lat": -1.29, "lon": 36.82,  "population": 4397000}]
    """;

Gson gson = new GsonBuilder().setPrettyPrinting().create();
City[] cities = gson.fromJson(json, City[].class);

gson.toJson(cities[0])

// ## Text

for (City city : cities) {
  System.out.println(StringUtils.rightPad(city.name(), 10, '.') + StringUtils.leftPad("" + city.population(), 10));
}

DurationFormatUtils.formatDurationWords(9_999_000, true, true)

// ## A plot

CategoryChart chart = new CategoryChartBuilder().width(480).height(280).title("Inhabitants").build();
chart.addSeries("people",
    Arrays.stream(cities).map(City::name).toList(),
    Arrays.stream(cities).map(City::population).toList());

chart

// ## No library at all
// These lines keep their results, whatever becomes of the libraries.

IntStream.rangeClosed(1, 10).sum()
