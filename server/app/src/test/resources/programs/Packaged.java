package org.example.demo;

import static java.lang.Math.*;
import java.util.*;

/* A program in a package. */
public class Packaged {

    static final double R = 2;

    public static void main(String[] args) {
        System.out.println(max(3, 4) + " " + abs(-R));

        Date date = null;
        System.out.println(date);
    }
}
