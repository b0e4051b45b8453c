import java.sql.*;

public class SqlDate {
    public static void main(String[] args) {
        Date d = Date.valueOf("2024-02-29");

        System.out.println(d);
    }
}
