/*
 * A header, as tools write it.
 */
import java.util.*; // all of it

/**
 * Documented.
 */
public class Comments { // trailing

    // ---- state ----

    /** how many */ static int n = 1; /* after */

    /* // nested? */ static int m = 2; // {

    /**
     * Starts.
     * @param args nothing
     */
    public static void main(String[] args) { // begins
        // # A heading

        // a note

        System.out.println(n /* one */ + m); // three }

        /* last */
    } // ends

} // class
